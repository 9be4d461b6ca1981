/**
 * Starts to load the library that runs the model: it takes longest, and settings and index can be read
 * meanwhile. A failure is told where the library is used.
 */
export function preloadRuntime(): void {
  import("@xenova/transformers").catch(() => null);
}
