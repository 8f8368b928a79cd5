// What is wrong when an address leads nowhere, as opposed to a network that fails.

export class AbsentError extends Error {}
