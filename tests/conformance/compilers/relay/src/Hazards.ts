// A list that loads more, as a page with Relay would have it.
import { graphql } from "relay-runtime";

export const query = graphql`
  query HazardsQuery($count: Int!, $filter: HazardFilter!) {
    ...Hazards_list @arguments(count: $count, filter: $filter)
  }
`;

export const list = graphql`
  fragment Hazards_list on Query
  @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" }, filter: { type: "HazardFilter!" })
  @refetchable(queryName: "HazardsPaginationQuery") {
    hazards(first: $count, after: $cursor, filter: $filter) @connection(key: "Hazards_hazards") {
      edges {
        node {
          id
          ...Hazard_row
        }
      }
    }
  }
`;

export const changed = graphql`
  subscription HazardsChangedSubscription($organization: ID) {
    hazardChanged(organization: $organization) {
      ...Hazard_row
    }
  }
`;
