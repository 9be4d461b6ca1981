/** hnswlib's distance: the inner product of unit vectors is their cosine, and needs no norm at each comparison. */
export const SPACE = "ip";
