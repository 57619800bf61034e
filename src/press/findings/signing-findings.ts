import { row } from './finding-table'

/** About keys and signatures. */
export const signingFindings = {
  'bad-key': row<'reason'>(
    'fatal',
    (at) => `this is not a private key that can sign: ${at.reason}`,
    'Use the file that `press keygen` wrote; docs/signing.md explains how to make one.',
  ),
  'key-open-to-others': row<never>(
    'warning',
    () => 'other users of this machine can read the private key',
    'Make it readable by you alone: chmod 600.',
  ),
  'key-in-the-way': row<never>(
    'fatal',
    () => 'a file with this name already exists; a key is never overwritten',
    'Choose another file name.',
  ),
  'cannot-write-key': row<'reason'>(
    'fatal',
    (at) => `the key can't be written: ${at.reason}`,
    'Choose a file in a folder that exists and is writable.',
  ),
  'key-not-endorsed': row<'no'>(
    'fatal',
    (at) => `key ${at.no} of “keys” is not endorsed by the key before it`,
    'Make it with `press keygen --after <the older key>`, and copy both lines that it prints.',
  ),
  'key-not-listed': row<'public'>(
    'fatal',
    (at) => `paper.yaml does not list this key, so no reader would trust it: ${at.public}`,
    'Add it to `keys`, or sign with a key that is listed.',
  ),
  'must-be-signed': row<'issue'>(
    'fatal',
    (at) => `this paper signs its issues, and readers would refuse ${at.issue} without a signature`,
    'Build with --sign <private key file>.',
  ),
} as const
