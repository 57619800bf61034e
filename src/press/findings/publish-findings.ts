import { row } from './finding-table'

/** About publishing a site to a store. */
export const publishFindings = {
  'bad-store-name': row<'name'>(
    'fatal',
    (at) => `“${at.name}” is not the name of a place in a store`,
    'Give a bucket and perhaps a prefix with --to, such as s3://my-paper or s3://my-bucket/paper.',
  ),
  'bad-endpoint': row<'address'>(
    'fatal',
    (at) => `“${at.address}” is not the address of a store`,
    'Give an address such as https://s3.oss-cn-hangzhou.aliyuncs.com with --endpoint; docs/publish.md has one for each store.',
  ),
  'no-store-keys': row<never>(
    'fatal',
    () => 'there are no keys for the store in the environment',
    'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, for any store; keys are read from nowhere else.',
  ),
  'store-keys-refused': row<'answer'>(
    'fatal',
    (at) => `the store does not accept these keys (${at.answer})`,
    'Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and that they may read, list, write and delete in this bucket.',
  ),
  'no-bucket': row<'answer'>(
    'fatal',
    (at) => `there is no such bucket (${at.answer})`,
    'Create it in the store’s console, or correct --to, --endpoint or --path-style.',
  ),
  'store-wrong-region': row<'answer'>(
    'fatal',
    (at) => `the bucket is in another region (${at.answer})`,
    'Give the bucket’s region with --region, and the endpoint of that region with --endpoint.',
  ),
  'store-wrong-clock': row<'answer'>(
    'fatal',
    (at) => `the clock of this machine is wrong by more than the store accepts (${at.answer})`,
    'Set the clock and its time zone, and publish again.',
  ),
  'store-unreachable': row<'answer'>(
    'fatal',
    (at) => `the store can't be reached (${at.answer})`,
    'Check the network and --endpoint; then run the same command, which goes on where it stopped.',
  ),
  'store-busy': row<'answer'>(
    'fatal',
    (at) => `the store is too busy or too slow, also after several tries (${at.answer})`,
    'Run the same command later, perhaps with a smaller number for --parallel; it goes on where it stopped.',
  ),
  'store-full': row<'answer'>(
    'fatal',
    (at) => `the store has no room left (${at.answer})`,
    'Raise the quota, and run the same command again; it goes on where it stopped.',
  ),
  'store-file-or-folder': row<'answer'>(
    'fatal',
    (at) => `this store can't hold both “a” and “a/b” (${at.answer})`,
    'Publish with --pages file, and let the server in front of the store look for index.html.',
  ),
  'store-refused': row<'answer'>(
    'fatal',
    (at) => `the store refuses (${at.answer})`,
    'Read what the store’s manual says about this answer; docs/publish.md says what a store must be able to do.',
  ),
  'being-published': row<'who' | 'since'>(
    'fatal',
    (at) => `${at.who} is publishing here since ${at.since}`,
    'Wait until that is done. If that publisher died, it is passed over 20 minutes later, or at once with --break-lock.',
  ),
  'lock-taken-over': row<'who' | 'since'>(
    'warning',
    (at) => `the lock of ${at.who}, who began at ${at.since} and did not finish, was taken over`,
    'Nothing needs to be done; what that publisher had uploaded is used.',
  ),
  'lock-lost': row<never>(
    'fatal',
    () => 'somebody else has taken over the lock while this was uploading',
    'Find out who publishes the same site, and run the command again when they are done.',
  ),
  'published-meanwhile': row<never>(
    'fatal',
    () => 'the published site was changed by somebody else while this was uploading',
    'Run the same command again; it compares with what is there now.',
  ),
  'strange-store': row<never>(
    'fatal',
    () => 'there are files in this place, and none of them was published by this command',
    'Publish to an empty bucket or prefix; or, if this is a copy of the same site, add --verify once.',
  ),
  'other-paper': row<'there' | 'here'>(
    'fatal',
    (at) => `${at.there} is published in this place, and this is the site of ${at.here}`,
    'Give each paper a bucket or prefix of its own.',
  ),
  'unreadable-record': row<'file'>(
    'fatal',
    (at) => `the record of what is published can't be read: ${at.file}`,
    'If a newer version of the press wrote it, use that one. Otherwise delete the folder .press/ in the store, and publish once with --verify.',
  ),
  'not-composed': row<'file'>(
    'fatal',
    (at) => `the site is not complete: ${at.file} is missing`,
    'Run `press site <site>` first.',
  ),
  'fewer-issues': row<'count' | 'example'>(
    'fatal',
    (at) => `${at.count} published issues are not in this site’s catalogue, among them ${at.example}`,
    'Publish from the machine that has all catalogues. To take those issues off the site for good, add --prune.',
  ),
  'broken-promise': row<'file'>(
    'fatal',
    (at) => `it names ${at.file}, which is neither in this site nor published`,
    'Build that issue again, and run `press site <site>`; a file that is named must be there.',
  ),
  'file-changed': row<never>(
    'fatal',
    () => 'the file has changed or gone since the site was read',
    'Wait until the press has finished writing, and run the command again.',
  ),
  'left-in-store': row<'count' | 'example'>(
    'note',
    (at) => `files of issues are published and no longer in this site: ${at.count}, among them ${at.example}`,
    'They stay, since this machine may not have them all. To remove them, add --prune.',
  ),
  'missing-in-store': row<'count' | 'example'>(
    'warning',
    (at) => `files that should be published were not there or had another size: ${at.count}, among them ${at.example}`,
    'Those that this site has are uploaded again; for others, publish from the machine that has them.',
  ),
  'strangers-in-store': row<'count' | 'example'>(
    'note',
    (at) => `files in this place were not published by this command: ${at.count}, among them ${at.example}`,
    'They are left alone. Remove them by hand if nobody needs them.',
  ),
} as const
