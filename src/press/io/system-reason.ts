import type { Reason } from '../findings/chinese/reasons'
/** What the codes of the system mean, for a person. */
const words: Readonly<Record<string, Reason>> = {
  ENOENT: 'it does not exist',
  EACCES: 'you may not use it',
  EPERM: 'you may not use it',
  ENOTDIR: 'it is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'something of that name is there already',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk can only be read',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead in a circle',
  EIO: 'the disk has a fault',
  EBUSY: 'another program uses it',
}

/** The system's code for what went wrong, ENOENT; undefined if the system did not refuse anything. */
export const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Why the system refused a file. */
export interface SystemReason {
  readonly file: string
  readonly reason: Reason
}

/** The reason if the system refused a file; undefined for any other error. */
export const systemReasonOf = (error: unknown): SystemReason | undefined => {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined
  const code = String(error.code)
  const file = 'path' in error && typeof error.path === 'string' ? error.path : '.'
  // The folder above it is there, or it would have been made.
  if (error.syscall === 'mkdir' && code === 'ENOENT') return { file, reason: 'no folder can be made there' }
  return { file, reason: words[code] ?? `the system answers ${code}` }
}
