/** Where the fees of single payments are booked: once, in one of three places. */
export const payoutSettings = {
  type: 'object',
  additionalProperties: false,
  default: {},
  properties: { fees: { type: 'string', enum: ['payment', 'payout', 'invoice'], default: 'payment' } },
} as const;
