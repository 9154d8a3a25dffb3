/** What a named body is. */
export const ORGANIZATION_TYPES = [
  'agency',
  'armed_group',
  'army',
  'bank',
  'club',
  'company',
  'court',
  'culture',
  'federation',
  'intelligence',
  'intergovernmental',
  'ministry',
  'nonprofit',
  'outlet',
  'parliament',
  'party',
  'police',
  'state_body',
  'union',
  'university',
] as const

export type OrganizationType = (typeof ORGANIZATION_TYPES)[number]
