/** How the whole flow is shown: with some air, and never bigger than life. */
export const FIT = { padding: 0.12, maxZoom: 1 } as const;
