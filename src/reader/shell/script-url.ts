/** The part of Trusted Types that is used here; browsers without it take the address as it is. */
interface TrustedTypePolicyFactory {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string }
}

const factoryOf = (scope: object): TrustedTypePolicyFactory | undefined => Reflect.get(scope, 'trustedTypes')

/**
 * Marks addresses of our own scripts as trusted, which the page's policy demands of every script that is added by a script.
 * @param name one that the page's policy lists
 */
export const createScriptUrlPolicy = (name: string): ((url: string) => string) => {
  const policy = factoryOf(globalThis)?.createPolicy(name, { createScriptURL: (url) => url })
  return policy ? (url) => policy.createScriptURL(url) : (url) => url
}
