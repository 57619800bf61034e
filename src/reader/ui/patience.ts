/** How long the network may take before what is saved is shown in its place, milliseconds. */
export const patienceMs = 1500

/** How long something may take to open before the reader is told that it is still waited for, milliseconds. */
export const quietMs = 1800
