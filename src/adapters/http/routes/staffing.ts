import { sizeTeam, sizingBasis } from '../../../application/size-team/size-team.js';
import { json, route } from '../route.js';
import { contractPath } from '../schemas/common.js';
import { staffingBasis, staffingQuery, teamSize, teamSizeQuery } from '../schemas/staffing.js';

/** How many people a contract needs; of the people themselves only their number is told. */
export const staffingRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/staffing',
    access: ['roster.plan'],
    summary: 'What there is to size: the post groups, and the working days that leave is a share of',
    params: contractPath,
    query: staffingQuery,
    reply: json(staffingBasis),
    answer: ({ context, path, query }) => sizingBasis(context, { ...path, ...query }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/staffing/size',
    access: ['roster.plan'],
    summary: 'The fewest people who leave nothing vacant, with the proof that one fewer would',
    params: contractPath,
    query: teamSizeQuery,
    reply: json(teamSize),
    answer: ({ context, path, query: { postGroup = null, ...range } }) =>
      sizeTeam(context, { ...path, ...range, postGroup }),
  }),
];
