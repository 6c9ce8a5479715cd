/** Stands where a user id would, in what was done on the server itself without an account. */
export const commandLineActor = 'command-line';
