/** Where a store is and which keys open it. */
export interface StoreAddress {
  readonly bucket: string
  /** Before every key: empty, or with a slash at its end. */
  readonly prefix: string
  /** Of the store; Amazon's own for the region if it is not given. */
  readonly endpoint?: string
  readonly region: string
  /** Whether the bucket stands in the path (`https://host/bucket/key`) and not in the host (`https://bucket.host/key`). */
  readonly isPathStyle: boolean
}

/** Keys of a store; they come from the environment and go nowhere else. */
export interface StoreKeys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

type Variables = Readonly<Record<string, string | undefined>>

/** Bucket and prefix of `s3://bucket/prefix`; undefined if it is something else. */
export const parseStoreName = (name: string): Pick<StoreAddress, 'bucket' | 'prefix'> | undefined => {
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(name) ?? []
  if (bucket === undefined) return undefined
  const steps = path.split('/').filter((step) => step !== '')
  if (steps.some((step) => step === '.' || step === '..')) return undefined
  return { bucket, prefix: steps.map((step) => `${step}/`).join('') }
}

/** An endpoint as it is called; undefined if it is no address of a server. */
export const parseEndpoint = (text: string): string | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isServer = url && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === ''
  return isServer ? url.href.replace(/\/$/, '') : undefined
}

/** The keys in the environment; undefined if there are none. */
export const storeKeysIn = (variables: Variables): StoreKeys | undefined => {
  const accessKeyId = variables['AWS_ACCESS_KEY_ID']
  const secretAccessKey = variables['AWS_SECRET_ACCESS_KEY']
  const sessionToken = variables['AWS_SESSION_TOKEN']
  return accessKeyId && secretAccessKey
    ? { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }
    : undefined
}

/** The region: as given, as in the environment, or the one that stores without regions accept. */
export const regionIn = (variables: Variables, given?: string): string =>
  given ?? variables['AWS_REGION'] ?? variables['AWS_DEFAULT_REGION'] ?? 'us-east-1'
