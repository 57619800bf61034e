import type { publishFindings } from '../publish-findings'
import type { WordsOf } from '../finding-table'

export const publishWords: WordsOf<typeof publishFindings> = {
  'bad-store-name': {
    why: (at) => `“${at.name}”不是存储里的位置`,
    fix: '请用 --to 写桶名，可以加前缀，例如 s3://my-paper 或 s3://my-bucket/paper。',
  },
  'bad-endpoint': {
    why: (at) => `“${at.address}”不是存储的地址`,
    fix: '请用 --endpoint 写地址，例如 https://s3.oss-cn-hangzhou.aliyuncs.com；docs/publish.md 列出各家的地址。',
  },
  'no-store-keys': {
    why: () => '环境变量里没有存储的密钥',
    fix: '请设置 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，哪家存储都一样；不会从别处读密钥。',
  },
  'store-keys-refused': {
    why: (at) => `存储不接受这对密钥（${at.answer}）`,
    fix: '请检查 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，以及它们在这个桶里读、列、写、删的权限。',
  },
  'no-bucket': {
    why: (at) => `没有这个桶（${at.answer}）`,
    fix: '请在存储的控制台里建桶，或改正 --to、--endpoint、--path-style。',
  },
  'store-wrong-region': {
    why: (at) => `桶在别的地域（${at.answer}）`,
    fix: '请用 --region 写桶的地域，用 --endpoint 写那个地域的地址。',
  },
  'store-wrong-clock': {
    why: (at) => `这台机器的时钟差得太多，存储不接受（${at.answer}）`,
    fix: '请校准时钟和时区，再发布一次。',
  },
  'store-unreachable': {
    why: (at) => `连不上存储（${at.answer}）`,
    fix: '请检查网络和 --endpoint，再运行同一条命令，会从停下的地方接着做。',
  },
  'store-busy': {
    why: (at) => `存储太忙或太慢，试了几次都不行（${at.answer}）`,
    fix: '请过一会儿再运行同一条命令，可以把 --parallel 调小；会从停下的地方接着做。',
  },
  'store-full': {
    why: (at) => `存储没有空间了（${at.answer}）`,
    fix: '请加大配额，再运行同一条命令，会从停下的地方接着做。',
  },
  'store-file-or-folder': {
    why: (at) => `这个存储不能既有“a”又有“a/b”（${at.answer}）`,
    fix: '请加 --pages file 发布，让前面的服务器去找 index.html。',
  },
  'store-refused': {
    why: (at) => `存储拒绝了（${at.answer}）`,
    fix: '请查存储的手册里这个回答的意思；docs/publish.md 说明存储须会做什么。',
  },
  'being-published': {
    why: (at) => `${at.who} 从 ${at.since} 起正在这里发布`,
    fix: '请等它做完。如果它已经中断，20 分钟后会自动跳过，也可以加 --break-lock 立即接手。',
  },
  'lock-taken-over': {
    why: (at) => `${at.who} 从 ${at.since} 开始而没有做完，它的锁已被接手`,
    fix: '不用做什么；它上传的内容都会用上。',
  },
  'lock-lost': {
    why: () => '上传期间，锁被别人接手了',
    fix: '请查明谁在发布同一个站点，等他做完再运行一次。',
  },
  'published-meanwhile': {
    why: () => '上传期间，已发布的站点被别人改了',
    fix: '请再运行同一条命令，会与现在的内容比较。',
  },
  'strange-store': {
    why: () => '这里有文件，却没有一个是这条命令发布的',
    fix: '请发布到空的桶或前缀；如果这里是同一站点的副本，请加一次 --verify。',
  },
  'other-paper': {
    why: (at) => `这里发布的是 ${at.there}，而这是 ${at.here} 的站点`,
    fix: '请给每份报各用一个桶或前缀。',
  },
  'unreadable-record': {
    why: (at) => `读不了发布记录：${at.file}`,
    fix: '如果是更新的程序写的，请用那个程序。否则请删掉存储里的 .press/ 文件夹，再加 --verify 发布一次。',
  },
  'not-composed': { why: (at) => `站点不完整：缺少 ${at.file}`, fix: '请先运行 `press site <站点>`。' },
  'fewer-issues': {
    why: (at) => `已发布的 ${at.count} 期不在这个站点的目录里，其中有 ${at.example}`,
    fix: '请在有全部目录的机器上发布。要永远撤下这些期，请加 --prune。',
  },
  'broken-promise': {
    why: (at) => `它提到 ${at.file}，这个文件既不在站点里，也没有发布过`,
    fix: '请重新编那一期，再运行 `press site <站点>`；提到的文件必须在。',
  },
  'file-changed': {
    why: () => '读过站点以后，这个文件改了或没有了',
    fix: '请等程序写完，再运行一次。',
  },
  'left-in-store': {
    why: (at) => `已发布的 ${at.count} 个文件不在这个站点里了，其中有 ${at.example}`,
    fix: '它们会留着，因为这台机器未必有全部文件。要删掉，请加 --prune。',
  },
  'missing-in-store': {
    why: (at) => `应当发布的 ${at.count} 个文件不在那里，或大小不对，其中有 ${at.example}`,
    fix: '站点里有的会重新上传；其余的请在有它们的机器上发布。',
  },
  'strangers-in-store': {
    why: (at) => `这里有 ${at.count} 个文件不是这条命令发布的，其中有 ${at.example}`,
    fix: '不会动它们。没有人用的话，请自己删掉。',
  },
}
