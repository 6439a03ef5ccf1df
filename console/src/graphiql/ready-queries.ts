/**
 * The ready queries, by kind of user, in the order in which their tabs stand. The first is for a visitor. Where there is
 * something to fill in, the variables are there with an explanation of each.
 */
import changes from "../queries/changes.graphql?raw";
import changesVariables from "../queries/changes.jsonc?raw";
import disciplineOffice from "../queries/discipline-office.graphql?raw";
import enforcement from "../queries/enforcement.graphql?raw";
import enforcementVariables from "../queries/enforcement.jsonc?raw";
import enterprise from "../queries/enterprise.graphql?raw";
import enterpriseRecords from "../queries/enterprise-records.graphql?raw";
import events from "../queries/events.graphql?raw";
import figures from "../queries/figures.graphql?raw";
import figuresVariables from "../queries/figures.jsonc?raw";
import ledger from "../queries/ledger.graphql?raw";
import ledgerVariables from "../queries/ledger.jsonc?raw";
import records from "../queries/records.graphql?raw";
import regulator from "../queries/regulator.graphql?raw";
import safetyOffice from "../queries/safety-office.graphql?raw";
import supervising from "../queries/supervising.graphql?raw";
import supervisingVariables from "../queries/supervising.jsonc?raw";
import supervision from "../queries/supervision.graphql?raw";
import supervisionVariables from "../queries/supervision.jsonc?raw";
import tip from "../queries/tip.graphql?raw";
import tipVariables from "../queries/tip.jsonc?raw";
import village from "../queries/village.graphql?raw";
import visitor from "../queries/visitor.graphql?raw";

export const readyQueries: { query: string; variables?: string }[] = [
  { query: visitor },
  { query: tip, variables: tipVariables },
  { query: enterprise },
  { query: enterpriseRecords },
  { query: changes, variables: changesVariables },
  { query: village },
  { query: regulator },
  { query: records },
  { query: enforcement, variables: enforcementVariables },
  { query: safetyOffice },
  { query: figures, variables: figuresVariables },
  { query: supervision, variables: supervisionVariables },
  { query: events },
  { query: supervising, variables: supervisingVariables },
  { query: disciplineOffice },
  { query: ledger, variables: ledgerVariables },
];
