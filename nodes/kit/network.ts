/** Says which hosts may be called. User-given addresses must not reach into the network that hosts us. */
export interface NetworkGuard {
  readonly allowPrivate: boolean;
  /**
   * Resolves a host name to the addresses that may be connected to.
   *
   * @throws SettingsError when the name resolves to a loopback, private, link-local or otherwise internal address
   *   and that is not allowed
   * @throws RemoteDownError when the name does not resolve
   */
  readonly resolve: (host: string) => Promise<readonly { readonly address: string; readonly family: 4 | 6 }[]>;
}
