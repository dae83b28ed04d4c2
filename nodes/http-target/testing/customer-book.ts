import type { CustomerCard } from '#nodes/kit/customers/customer-card.ts';

/** A customer as the receiver keeps it. */
export interface KeptCustomer {
  readonly reference: string;
  readonly card: CustomerCard;
  readonly ledgerAccount: string;
}

export interface CustomerVerdict {
  readonly status: number;
  readonly answer: object;
}

const NOT_TAKEN = (message: string): CustomerVerdict => ({ status: 422, answer: { message } });

/** The customers of a receiver: strict about what it is sent, as an accounting package is. */
export class CustomerBook {
  readonly kept: KeptCustomer[] = [];
  /** Customers that it does not take, by their code, with why. */
  readonly refusals = new Map<string, string>();

  #answer({ reference, card, ledgerAccount }: KeptCustomer) {
    return { reference, name: card.company ?? card.name, ledgerAccount, auxiliaryAccount: card.code };
  }

  find(query: URLSearchParams): CustomerVerdict {
    const [asked] = [...query];
    if (!asked) return { status: 400, answer: { message: 'ask by code, vatNumber or email' } };
    const [name, value] = asked;
    if (name !== 'code' && name !== 'vatNumber' && name !== 'email') {
      return { status: 400, answer: { message: `no such question: ${name}` } };
    }
    const customers = this.kept.filter(({ card }) => card[name] === value).map((one) => this.#answer(one));
    return { status: 200, answer: { customers } };
  }

  create(body: string, key: string | undefined): CustomerVerdict {
    if (!key) return { status: 400, answer: { message: 'an Idempotency-Key is missing' } };
    const card = JSON.parse(body) as CustomerCard;
    const refusal = this.refusals.get(card.code ?? '');
    if (refusal) return NOT_TAKEN(refusal);
    if (!card.name.trim()) return NOT_TAKEN('name is required');
    const known = this.kept.find((one) => card.code !== null && one.card.code === card.code);
    if (known) return { status: 409, answer: this.#answer(known) };
    const made = { reference: `C${this.kept.length + 1}`, card, ledgerAccount: '400100' };
    this.kept.push(made);
    return { status: 201, answer: this.#answer(made) };
  }

  update(reference: string, body: string): CustomerVerdict {
    const at = this.kept.findIndex((one) => one.reference === reference);
    const known = this.kept[at];
    if (!known) return { status: 404, answer: { message: 'no such customer' } };
    this.kept[at] = { ...known, card: JSON.parse(body) as CustomerCard };
    return { status: 200, answer: { reference } };
  }
}
