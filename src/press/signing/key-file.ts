import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'
import { systemReasonOf } from '../io/system-reason'
import type { Report } from '../report'
import type { Reason } from '../findings/chinese/reasons'

/** Signs with a private key of the paper; the key itself does not leave this object. */
export interface Signer {
  /** As in paper.yaml: an uncompressed point in hex. */
  readonly publicKey: string
  /** ECDSA on P-256 with SHA-256: r and s, 64 bytes. */
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const publicKeyOf = (key: KeyObject): string => {
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' })
  return `04${hexOf(Buffer.from(x, 'base64url'))}${hexOf(Buffer.from(y, 'base64url'))}`
}

const signerOf = async (key: KeyObject): Promise<Signer> => {
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' })
  const held = await crypto.subtle.importKey('pkcs8', pkcs8, curve, false, ['sign'])
  return {
    publicKey: publicKeyOf(key),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, held, bytes)),
  }
}

const reasonOf = (error: unknown): Reason => systemReasonOf(error)?.reason ?? 'it is not a private key in PEM'

/**
 * Reads a private key in PEM: PKCS #8, as keygen writes it, or SEC 1, as OpenSSL does. Undefined if it is not one
 * (reported).
 */
export const readKeyFile = async (file: string, report: Report): Promise<Signer | undefined> => {
  try {
    const key = createPrivateKey(await readFile(file))
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
      report.add('bad-key', { file }, { reason: 'it is not an ECDSA key on P-256' })
      return undefined
    }
    if (((await stat(file)).mode & 0o077) !== 0) report.add('key-open-to-others', { file }, {})
    return await signerOf(key)
  } catch (error) {
    report.add('bad-key', { file }, { reason: reasonOf(error) })
    return undefined
  }
}

const pemOf = (pkcs8: ArrayBuffer): string =>
  `-----BEGIN PRIVATE KEY-----\n${Buffer.from(pkcs8).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END PRIVATE KEY-----\n`

/** Makes a private key and writes it to a file that only its owner can read. An existing file is kept (reported). */
export const writeKeyFile = async (file: string, report: Report): Promise<Signer | undefined> => {
  try {
    // Fails atomically if the file exists: no key is ever overwritten.
    const handle = await open(file, 'wx', 0o600)
    try {
      const { privateKey } = await crypto.subtle.generateKey(curve, true, ['sign', 'verify'])
      const pem = pemOf(await crypto.subtle.exportKey('pkcs8', privateKey))
      await handle.writeFile(pem)
      await handle.sync()
      return await signerOf(createPrivateKey(pem))
    } finally {
      await handle.close()
    }
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (isTaken) report.add('key-in-the-way', { file }, {})
    else report.add('cannot-write-key', { file }, { reason: reasonOf(error) })
    return undefined
  }
}
