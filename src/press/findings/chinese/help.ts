/** What `--help` says, in English and in Chinese: titles, and what commands, arguments and options are. */
export const help = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  '[options]': '[选项]',
  '[command]': '[命令]',
  'display help for command': '显示这个命令的用法',
  'output the version number': '显示版本号',
  'Makes issue bundles from what a newsroom has.': '把编辑部手里的稿件编成一期期的报。',
  'the language of what is said': '说明用的语言',
  'prints findings and result as JSON': '用 JSON 输出检查结果和成果',

  'makes a paper of one page to begin with, or below a paper.yaml its next issue; it builds as it is':
    '做一份一版的报；在已有的 paper.yaml 之下，就做那份报的下一期；可以直接编成',
  'the folder for the manuscript; it must be new or empty': '放稿件的文件夹；须是新的或空的',
  'the paper’s name (default: 样报)': '报名（默认：样报）',
  'the paper’s domain (default: paper.example)': '报纸的域名（默认：paper.example）',

  'builds an issue from a manuscript and lists it in the catalogue': '用稿件编一期报，列进目录',
  'the folder of the manuscript': '稿件的文件夹',
  'the folder of the site; data/ is written into it': '站点的文件夹；data/ 写在里面',
  'signs the issue with the private key in this file': '用这个文件里的私钥签名',
  'also prints the pages to a PDF': '另把版面印成 PDF',
  'takes the place of an issue of that day that was made from another manuscript': '换掉用另一份稿件编的同一天的那一期',
  'keeps the revision of an issue that is there already: nobody has it yet': '已有的一期不升修订号：还没有人拿到它',

  'makes a private key, and prints the lines for paper.yaml that make its public key known':
    '做一把私钥，并给出写进 paper.yaml 的公钥',
  'where to write the private key; the file must not exist': '私钥写到哪里；这个文件须还不存在',
  'the previous private key, which endorses the new one': '上一把私钥，由它为新的背书',

  'signs issues that are already built': '给编好的各期签名',
  'the folders of one or more issues': '一期或几期的文件夹',
  'the private key': '私钥',

  'turns what a newsroom or a library has into a manuscript for a person to correct':
    '把编辑部或图书馆手里的东西变成稿件，再由人校对',
  'the folder of the source, or its file; what it is the press finds out':
    '放来源的文件夹，或来源的文件；是哪一种由程序来认',
  'the folder of the source, or its file': '放来源的文件夹，或来源的文件',
  'the raw OCR text of one page': '一个版的 OCR 文字',
  'a library’s package of one issue: METS and ALTO, DIDL, Olive or iArchives':
    '图书馆的一期报：METS 和 ALTO、DIDL、Olive 或 iArchives',
  'a saved copy of an e-paper site: pages with image maps, articles as HTML':
    '存下来的电子报网站：带热区的版面、HTML 的文章',
  'the PDF of an issue, or a folder of the PDFs of its pages': '一期的 PDF，或放各版 PDF 的文件夹',
  'a IIIF manifest of one issue, with the images, ALTO and annotations that lie beside it':
    '一期报的 IIIF 清单，连同旁边的图片、ALTO 和注释',
  'the folder for the manuscript: a new one, or that of an earlier import': '放稿件的文件夹：新的，或以前导入过的',
  'the corrections to apply (default: corrections.yaml beside the source)':
    '要用的更正（默认：来源旁边的 corrections.yaml）',
  'shows what an import makes of a source, for an editor to correct in the browser':
    '在浏览器里看导入的结果，由编辑改正',
  'the corrections to apply and write (default: corrections.yaml beside the source)':
    '要用、也要写的更正（默认：来源旁边的 corrections.yaml）',
  'recognises the text of PDF pages without text (default: chi_sim)': '识别 PDF 里没有文字的版（默认：简体中文）',
  'writes over what was changed by hand in files of an earlier import': '以前导入的文件，人改过的也重写',

  "verifies a bundle with the reader's own codec": '用阅读器自己的解码检查一期',
  'the folder of one issue': '一期的文件夹',
  'prints a summary: pages, articles, parts, and joins with their evidence':
    '列出概要：版、文章、各部分，以及转版和依据',
  'prints the summary as JSON': '用 JSON 输出概要',

  'says why pages are laid out as they are: what each rule costs, and what the next best layout would':
    '说明版面为什么这样排：每条规则算多少，次优的排法算多少',
  'a page by its number or label, item by item (default: the sums of all pages)':
    '一版的版次或版名，逐项列出（默认：各版的总数）',
  'prints the costs as JSON': '用 JSON 输出各项',

  'puts the reader around the issues of a site: static files for any server':
    '给站点的各期套上阅读器：放在哪个服务器都行的静态文件',
  'the folder that holds data/': '含有 data/ 的文件夹',
  "where it is published (default: the paper's own host)": '发布的地址（默认：报纸自己的域名）',
  'draws every page again, as after a change of the reader’s looks': '所有页面重画，例如阅读器改了样子以后',
  'also writes the tiles of large facsimiles as IIIF viewers ask for them; they take their room again':
    '另把大幅版面图的图块按 IIIF 阅览器所要的名称写出；占的空间要再算一份',
  'also draws typeset pages as pictures, for IIIF viewers and covers of EPUBs; needs a Chromium':
    '另把排好的版画成图片，供 IIIF 查看器和 EPUB 封面用；需要 Chromium',
  'without compressed forms of texts, for an object store whose CDN compresses':
    '不做文本的压缩形式，适合由 CDN 压缩的对象存储',

  'makes the archive of a site searchable: an index of static files, of which what has changed is written':
    '让站点里的历史各期可以搜索：静态文件的索引，只写有变化的部分',

  "makes the addresses of an older e-paper lead to the site's places": '让旧电子报的地址通到站点里的位置',
  'a folder with paper.yaml in it or above it, and old-addresses.csv next to that':
    '里面或上级有 paper.yaml 的文件夹，旁边有 old-addresses.csv',
  'the folder of the site': '站点的文件夹',
  'without a page for every address: only nginx and Caddy answer': '不给每个地址做页面：只由 nginx 和 Caddy 回答',

  'serves a site on this machine': '在本机给出站点',
  'the folder that contains data/': '含有 data/ 的文件夹',
  'the first port to try': '从哪个端口试起',
  'the address to listen on; 0.0.0.0 lets other machines in': '监听的地址；0.0.0.0 让别的机器也能来',
  'the path that the site was made for': '站点所用的路径',

  'shows a manuscript in the browser, and again after every change of it': '在浏览器里看稿件，每次改动以后再显示',

  'uploads a site to a store that speaks S3: what has changed, in an order that readers never notice':
    '把站点上传到讲 S3 的存储：只传有变化的，先后次序让读者察觉不到',
  'bucket and prefix: s3://bucket/prefix': '桶和前缀：s3://桶/前缀',
  "the store's address, if it is not Amazon's": '存储的地址，如果不是亚马逊的',
  "the bucket's region": '桶所在的区域',
  'puts the bucket into the path of addresses (MinIO, Ceph)': '把桶名放在地址的路径里（MinIO、Ceph）',
  'names pages by address, or by file': '页面按地址命名，或按文件命名',
  'requests at once (default: 8)': '同时的请求数（默认：8）',
  'lists what would be uploaded and removed, and writes nothing': '只列出要上传和删除的，什么也不写',
  'compares with everything that is in the store': '与存储里的全部内容比对',
  'also removes issues, and files of issues, that the site no longer has': '另删去站点已经没有的各期和其中的文件',
  'takes over from a publisher that died': '接手没有做完的发布',

  'writes the JSON Schema of the format': '写出格式的 JSON Schema',
  'the output folder': '输出的文件夹',
} as const
