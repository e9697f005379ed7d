/** A mistake of the person at the keyboard: said in one message, without a stack trace, exit code 2. */
export class UsageError extends Error {}
