/** Version of the reader of visits: raise it where the same article would give other reports. */
export const REGISTER_READER_VERSION = 7;
