export const account = { type: 'string', default: '', maxLength: 40, list: 'accounts' } as const;
export const journal = { type: 'string', default: '', maxLength: 20, list: 'journals' } as const;
/** A text with fields in it (Liquid): forms show what it makes of a document. */
export const template = { type: 'string', default: '', maxLength: 500, format: 'template' } as const;
export const code = { type: 'string', maxLength: 20 } as const;
export const patterns = {
  type: 'array',
  items: { type: 'string', minLength: 1, maxLength: 80 },
  maxItems: 200,
  default: [],
} as const;
