import type { Finding } from '@/press/finding'
import { publish, type PublishOptions, type PublishTimes } from '@/press/commands/publish'
import type { ExitCode } from '@/press/commands/outcome'
import type { S3Server } from './s3-server'
import type { TextsByKey } from './store-faults'

/** A store that is in memory is not waited for. */
export const shortTimes: PublishTimes = {
  patience: { tries: 4, firstDelayMs: 1, silenceMs: 2000 },
  lock: { renewMs: 60_000, staleMs: 20 * 60_000, settleMs: 60 },
}

export const testKeys = { AWS_ACCESS_KEY_ID: 'test-access', AWS_SECRET_ACCESS_KEY: 'test-secret' }

export interface Published {
  readonly exitCode: ExitCode
  readonly codes: readonly string[]
  readonly findings: readonly Finding[]
  readonly lines: readonly string[]
  readonly record: unknown
}

/** Publishes a folder to a store of a test. */
export const publishTo = async (
  { endpoint, bucket }: Pick<S3Server, 'endpoint' | 'bucket'>,
  folder: string,
  options: Partial<PublishOptions> = {},
  { signal = new AbortController().signal, times = shortTimes, variables = testKeys as object } = {},
): Promise<Published> => {
  const outcome = await publish(
    { folder, to: `s3://${bucket}/site`, endpoint, pathStyle: true, ...options },
    {
      progress: () => undefined,
      tell: () => undefined,
      signal,
      environment: { variables: { ...variables }, isRoot: false, processId: process.pid, isAlive: () => true },
    },
    times,
  )
  return { ...outcome, codes: outcome.findings.map(({ code }) => code) }
}

/** What readers can ask a store for: its keys without the prefix, and the texts. */
export const textsIn = ({ objects }: Pick<S3Server, 'objects'>): TextsByKey =>
  new Map(
    [...objects]
      .filter(([key]) => key.startsWith('site/') && !key.startsWith('site/.press/'))
      .map(([key, { bytes }]) => [key.slice('site/'.length), bytes.toString('utf8')]),
  )

/** Keys that were written, in order, without the prefix and the press's own records. */
export const writtenTo = ({ seen }: Pick<S3Server, 'seen'>): string[] =>
  seen
    .filter(({ method, status, key }) => method === 'PUT' && status === 200 && !key.startsWith('site/.press/'))
    .map(({ key }) => key.slice('site/'.length))
