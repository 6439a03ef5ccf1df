// A row that is fetched anew by its identifier, and one that is put before the others when it was reported.
import { graphql } from "relay-runtime";

export const row = graphql`
  fragment Hazard_row on Hazard @refetchable(queryName: "HazardRefetchQuery") {
    state
    description
    deadlineOn
    organization {
      name
    }
  }
`;

export const report = graphql`
  mutation HazardReportMutation($input: ReportHazardInput!, $connections: [ID!]!) {
    reportHazard(input: $input) {
      hazard @prependNode(connections: $connections, edgeTypeName: "HazardEdge") {
        ...Hazard_row
      }
      userErrors {
        field
        message
      }
    }
  }
`;
