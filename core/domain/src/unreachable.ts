/** Ends a `switch` over a union: a new member then fails to compile at every place that must be visited. */
export function unreachable(member: never): never {
  throw new Error(`a case that should not exist: ${JSON.stringify(member)}`);
}
