export const account = { type: 'string', default: '', maxLength: 40, list: 'accounts' } as const;
export const journal = { type: 'string', default: '', maxLength: 20, list: 'journals' } as const;
export const template = { type: 'string', default: '', maxLength: 500 } as const;
export const code = { type: 'string', maxLength: 20 } as const;
export const patterns = {
  type: 'array',
  items: { type: 'string', minLength: 1, maxLength: 80 },
  maxItems: 200,
  default: [],
} as const;
