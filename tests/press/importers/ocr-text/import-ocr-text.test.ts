import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { manuscriptOf } from './imported-manuscript'

const fixture = (name: string) =>
  manuscriptOf(readFileSync(new URL(`../../../fixtures/ocr-text/${name}.txt`, import.meta.url), 'utf8'))

describe('a front page with all faults', () => {
  const { issue, page, articles, findings, codes, files } = fixture('reading-festival')
  const [lead, second, third, fourth, picture] = articles

  it('has its masthead, in whatever order it was printed', () =>
    expect(issue).toEqual({
      date: '2024-04-23',
      weekday: '星期二',
      lunar_date: '甲辰年三月十五',
      serial_no: 1208,
      channels: ['“城西读书”微信', '“城西读书”视频号'],
      address: '城西区书院路18号3楼',
      hotline: '021-55550000',
      email: 'desk@example.cn',
      fax: '021-55550001',
      permit: '城内资料准印证号（K）0042号',
      site: 'www.example.cn',
      notice: '今日8版 内部资料 免费取阅',
      editors: { 责任编辑: ['张三', '李四'], 版面设计: ['王五'] },
    }))

  it('has a banner head over the articles that name its event', () => {
    expect(page).toEqual({ label: '1', banner: '第九届城西区全民读书节' })
    expect(articles.map(({ banner }) => banner ?? false)).toEqual([true, true, false, false, true])
  })

  it('has every article once, with its title block and byline', () => {
    const titles = articles.map(({ name, kicker, headline, deck, byline, weight }) => [
      name,
      kicker,
      headline,
      deck,
      byline,
      weight,
    ])
    expect(titles).toEqual([
      [
        'page-01/01-lead.md',
        '让书走到家门口 让人坐下来读完',
        '十辆流动书屋今天上路',
        undefined,
        '记者 张三 李四',
        'lead',
      ],
      ['page-01/02-standard.md', undefined, '六家书店获得社区书房授牌', undefined, '记者 王五', 'standard'],
      [
        'page-01/03-standard.md',
        '校园书香共建签约仪式举行',
        '三年配齐每个班级的图书角 让孩子伸手就能拿到书',
        '周八主持 吴九郑十出席并讲话',
        '记者 赵六',
        'standard',
      ],
      ['page-01/04-brief.md', undefined, '旧书换绿植 一本换一盆', undefined, '通讯员 李四', 'brief'],
      ['page-01/05-picture.md', undefined, undefined, undefined, undefined, 'standard'],
    ])
  })

  it('puts back what only a repeat holds, and joins the sentence that was cut', () =>
    expect(lead?.paragraphs).toEqual([
      '第九届城西区全民读书节昨天在区图书馆开幕。开幕式上，十辆流动书屋正式交付，今天起将分别开往十个街镇的广场、公园和地铁站，每辆书屋带书两千册，每周换书一次，读者凭身份证即可借阅。',
      '流动书屋由退役公交车改装，车厢两侧是可以放下的书架，尾部设有一张能坐六个人的阅读桌。区图书馆馆员随车服务，除了办理借还，还会在傍晚为孩子讲故事。考虑到老年读者的需要，每辆车都备有大字本图书和放大镜，车门处装了可以收放的坡道，轮椅能够直接上车。书屋的行车时刻表贴在各居委会的公告栏里，也可以在手机上查询。',
    ]))

  it('keeps a line over the next paragraph as a subhead', () =>
    expect(second?.subheads).toEqual(['每家书房面积不小于八十平方米，每天开放不少于十小时']))

  it('gives a sentence that was read in two places to the one that breaks off without it', () => {
    expect(third?.paragraphs).toHaveLength(3)
    expect(third?.paragraphs[0]).toMatch(/并由区图书馆的馆员担任$/)
    expect(third?.paragraphs[1]).toMatch(/作为下一年采购的依据。$/)
    expect(third?.paragraphs[2]).toMatch(/^学校代表在发言时表示，.*努力为校园阅读开辟新天地。$/)
  })

  it('does not take the jump line of a damaged repeat for another jump', () => {
    expect(articles.map(({ printed_jump }) => printed_jump)).toEqual([
      '▶下转第三版',
      undefined,
      undefined,
      '▶下转第五版',
      undefined,
    ])
    expect(fourth?.paragraphs.at(-1)).toBe(
      '活动收到的八百多册图书将由志愿者消毒整理，一半留在社区书房，另一半随流动书屋送往公园和工地。',
    )
  })

  it('has the picture with caption and credit, and a grey one in its place', () => {
    expect(picture?.pictures).toEqual([
      { file: 'pictures/picture-1.svg', caption: '第九届城西区全民读书节开幕式现场。', credit: '记者 孙七 摄' },
    ])
    expect(files.get('page-01/pictures/picture-1.svg')).toMatch(/^<svg [^>]*width="1200" height="800"/)
    expect(codes).toContain('ocr-picture-missing')
  })

  it('says where the sentence breaks off for good', () => {
    const cut = findings.filter(({ code }) => code === 'ocr-cut-end')
    expect(cut.map(({ place }) => place)).toEqual([{ file: 'page.txt', line: 31 }])
  })

  it('names every repeat that was removed, with its line', () =>
    expect(findings.filter(({ code }) => code === 'ocr-removed-twin').map(({ place }) => place.line)).toEqual([
      24, 39, 43, 47, 49,
    ]))

  it('says which titles were moved, and what was decided by wording alone', () => {
    expect(findings.filter(({ code }) => code === 'ocr-moved-far').map(({ place }) => place.line)).toEqual([33, 41])
    expect(findings.filter(({ code }) => code === 'ocr-doubtful').map(({ place }) => place.line)).toEqual([41, 41])
  })
})

describe('a page without banner, picture and jumps', () => {
  const { issue, page, articles, codes } = fixture('old-bridge')

  it('has its masthead from the foot of the page', () =>
    expect(issue).toEqual({
      date: '2024-06-03',
      weekday: '星期一',
      issue_no: 22,
      hotline: '021-55550002',
      editors: { 美术编辑: ['孙七'], 责任编辑: ['赵六'] },
    }))

  it('has no banner head and no picture', () => {
    expect(page).toEqual({ label: '1' })
    expect(articles.flatMap(({ pictures }) => pictures ?? [])).toEqual([])
  })

  it('brings a title that stands in another article to its own', () => {
    expect(articles.map(({ headline, byline }) => [headline, byline])).toEqual([
      ['修桥期间行人绕行 公交三条线路改道', '记者 李四'],
      ['老街茶馆重新开门', '通讯员 王五'],
      ['气象站：一周天气以多云为主', '记者 张三'],
    ])
    expect(codes).toContain('ocr-moved-far')
  })

  it('joins a sentence to its end past a paragraph that came between', () => {
    const text = articles[1]?.paragraphs.join('')
    expect(text).toContain('往后五年也不打算涨，只求老街坊常来坐坐')
  })

  it('has the paragraph that was read twice once', () => {
    const text = articles.flatMap(({ paragraphs }) => paragraphs).join('')
    expect(text.split('拆下的石料编号存放在桥头空地')).toHaveLength(2)
  })
})

describe('a page in printed lines', () => {
  const { issue, page, articles } = fixture('printed-columns')

  it('has its folio', () => {
    expect(issue).toEqual({ date: '2024-07-01', weekday: '星期一' })
    expect(page).toEqual({ label: '2', name: '社会' })
  })

  it('joins the lines of a column to paragraphs', () =>
    expect(articles.map(({ headline, paragraphs }) => [headline, paragraphs.length])).toEqual([
      ['屋顶菜园结出第一根黄瓜', 2],
      ['夜读角亮灯到十点', 1],
    ]))

  it('keeps a jump line in the middle of a sentence', () => {
    expect(articles[0]?.printed_jump).toBe('▶下转第四版')
    expect(articles[0]?.paragraphs[1]).toMatch(/^种菜的主意来自楼里的退休教师。.*收下的菜先送楼里的独居老人，$/)
  })
})

describe('plain prose', () => {
  const { articles, codes, files } = fixture('prose')

  it('is one article with its first line as headline', () =>
    expect(articles.map(({ headline, paragraphs }) => [headline, paragraphs.length])).toEqual([['河边的书摊', 3]]))

  it('has no date, and says where to write it', () => {
    expect(codes).toEqual(['ocr-no-date'])
    expect(files.get('issue.yaml')).toMatch(/^# date: /)
  })
})

describe('a single article', () => {
  it('keeps text that Markdown would read as its own', () => {
    const { articles, files } = manuscriptOf(
      '2024年4月23日\n\n价目*公示*\n\n本报讯（记者 张三）区图书馆昨天公示：\n\n1. 复印每页0.1元，扫描[免费]，办证#不收#押金_任何人_都可以办。\n\n- 遗失图书照价赔偿，超期每天一角，封顶十元，寒暑假不计入超期。',
    )
    const content = files.get('page-01/01-lead.md') ?? ''
    expect(articles[0]?.headline).toBe('价目*公示*')
    expect(content).toContain('\n1\\. 复印每页0.1元，扫描\\[免费\\]，办证#不收#押金\\_任何人\\_都可以办。\n')
    expect(content).toContain('\n\\- 遗失图书照价赔偿')
  })

  it('has no headline key where no title was read', () => {
    const { articles } = manuscriptOf('2024年4月23日\n\n本报讯（记者 张三）区图书馆昨天开放了夜读角，座位六十个。')
    expect(articles[0]).not.toHaveProperty('headline')
  })

  it('keeps the agency and day of a dispatch before its text', () => {
    const { articles } = manuscriptOf(
      '2024年4月23日\n\n书屋开放\n\n城西社南桥4月22日电（记者 张三）书屋昨天开放，座位六十个。',
    )
    expect(articles[0]?.byline).toBe('记者 张三')
    expect(articles[0]?.paragraphs).toEqual(['城西社南桥4月22日电　书屋昨天开放，座位六十个。'])
  })

  it('keeps the line that says on which page the text began', () => {
    const { articles } = manuscriptOf('2024年4月23日\n\n书屋开放\n\n（上接第一版）开到晚上十点，座位六十个，坐满为止。')
    expect(articles[0]?.printed_from).toBe('（上接第一版）')
    expect(articles[0]?.headline).toBe('书屋开放')
  })

  it('takes a byline at the end of the text', () => {
    const { articles } = manuscriptOf('书屋开放\n\n流动书屋昨天开放，座位六十个，坐满为止。（通讯员 张三）')
    expect(articles[0]?.byline).toBe('通讯员 张三')
    expect(articles[0]?.paragraphs).toEqual(['流动书屋昨天开放，座位六十个，坐满为止。'])
  })

  it('puts a picture whose caption speaks of it into the article', () => {
    const { articles } = manuscriptOf(
      '书屋开放\n\n本报讯（记者 张三）流动书屋昨天在南桥广场开放，座位六十个，坐满为止。\n\n图为南桥广场上的流动书屋。 李四 摄',
    )
    expect(articles).toHaveLength(1)
    expect(articles[0]?.pictures?.[0]).toMatchObject({ caption: '图为南桥广场上的流动书屋。', credit: '李四 摄' })
  })
})

describe('nothing to read', () => {
  it.each(['', ' \n\n ', '2024年4月23日 星期二\n\n责任编辑：张三'])('%j is one fatal finding and no file', (raw) => {
    const { files, findings } = manuscriptOf(raw)
    expect(files.size).toBe(0)
    expect(findings.filter(({ severity }) => severity === 'fatal').map(({ code }) => code)).toEqual(['ocr-empty'])
  })
})

describe('more text than a page holds', () => {
  it.each([
    ['lines', '桥头的灯亮了。\n'.repeat(3001)],
    ['characters', '桥头的灯亮了，走路的人多了起来。'.repeat(9500)],
  ])('by its %s is one fatal finding and no file', (_, raw) => {
    const { files, findings } = manuscriptOf(raw)
    expect(files.size).toBe(0)
    expect(findings.map(({ code }) => code)).toEqual(['ocr-too-long'])
  })

  it('is not counted by blank lines', () =>
    expect(
      manuscriptOf(`本报讯（记者 张三）桥头的灯亮了，走路的人多了起来。${'\n'.repeat(9000)}`).files.size,
    ).toBeGreaterThan(0))
})
