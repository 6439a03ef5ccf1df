// How a program uses the types that were made. Beside the tests, and compiled where they are.
import type { ReportHazardMutation, ReportHazardMutationVariables, WindowsQuery, WindowsQueryVariables } from "./operations";
import type { Hazard, UserError } from "./schema";

export const variables: WindowsQueryVariables = { filter: { overdue: true }, first: 20 };

export const report: ReportHazardMutationVariables = {
  input: { organizationId: "organization_1", description: "A valve drips.", foundBy: "SELF_CHECK" },
};

export function days({ windows }: WindowsQuery): string[] {
  return windows.edges.map(({ node }) => node.dueOn);
}

export function refusal({ reportHazard }: ReportHazardMutation): UserError["message"] | undefined {
  return reportHazard.userErrors[0]?.message;
}

export function deadline(hazard: Pick<Hazard, "deadlineOn">): string {
  // @ts-expect-error A hazard may have no deadline.
  return hazard.deadlineOn;
}
