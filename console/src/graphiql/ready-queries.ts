/** The ready queries, one for each kind of user, in the order in which their tabs stand. The first is for a visitor. */
import disciplineOffice from "../queries/discipline-office.graphql?raw";
import enterprise from "../queries/enterprise.graphql?raw";
import regulator from "../queries/regulator.graphql?raw";
import safetyOffice from "../queries/safety-office.graphql?raw";
import village from "../queries/village.graphql?raw";
import visitor from "../queries/visitor.graphql?raw";

export const readyQueries = [visitor, enterprise, village, regulator, safetyOffice, disciplineOffice];
