import type { ConformanceSetup, FakeServer } from '#nodes/kit/testing.ts';
import type { Booking } from './ledger.ts';
import { startReceiver } from './receiver.ts';

/** A receiver for each kind at one address would not tell them apart: the suite's deliveries say nothing of theirs. */
const startFake = () => startReceiver({ manner: 'key' });

async function countDelivered(fake: FakeServer, name: string): Promise<number> {
  const bookings = 'bookings' in fake ? (fake.bookings as readonly Booking[]) : [];
  return bookings.filter((booking) => booking.name === name).length;
}

export const conformance: ConformanceSetup = {
  startFake,
  deliveries: [{ nodeType: 'http-target', config: { recognises: 'key' }, countDelivered }],
};
