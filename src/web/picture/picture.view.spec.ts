import { describe, expect, it } from '@jest/globals'
import { drawPicture, pictureSizes, type PictureSize } from './picture.draw.js'
import { pictureInWords, type PictureMonth, pictureTable, tallestHours } from './picture.view.js'

const months: readonly PictureMonth[] = Array.from({ length: 12 }, (_, month) => ({
  ...{ month, startsOn: `${month < 9 ? 2026 : 2027}-${String(((month + 3) % 12) + 1).padStart(2, '0')}-01`, availableMinutes: 1200 },
  ...{ deliveryAndGovernanceMinutes: 600, declarationAndReportingMinutes: 120, localMinutes: month < 10 ? 0 : 480 },
  ...{ nationalOverrunMinutes: 0, displacedMinutes: month < 10 ? 0 : 300, beyondCapacityMinutes: 0 },
}))

describe('the picture in words', () => {
  it('says its message, with totals, what stands above the line and when', () => {
    expect(pictureInWords(months, 'Your')).toBe(
      'Your year month by month, as stacked columns against a line for the 240 hours there are. National delivery and governance takes 120 hours, ' +
        'declarations and reports 24 hours. 16 hours of your own priorities still fit. 10 hours above the line (priorities: no longer fit), in ' +
        'February 2027 and March 2027.',
    )
  })

  it('says so where everything fits', () => {
    const fitting = months.map((month) => ({ ...month, displacedMinutes: 0 }))
    expect(pictureInWords(fitting, 'The network manager’s')).toMatch(/^The network manager’s year .* Nothing stands above the line\.$/)
  })

  it('is a table of the same figures, in hours, without columns of nothing, the year last', () => {
    const { head, rows } = pictureTable(months)
    expect(head.map(({ text }) => text)).toEqual([
      'Month',
      'Time there is',
      'National: delivery, governance',
      'National: declaring, reporting',
      'Priorities: still fit',
      'Priorities: no longer fit',
    ])
    expect(rows).toHaveLength(13)
    expect(rows.at(-2)?.map(({ text }) => text)).toEqual(['March 2027', '20', '10', '2', '8', '5'])
    expect(rows.at(-1)?.map(({ text }) => text)).toEqual(['The year', '240', '120', '24', '16', '10'])
  })

  it('has one scale with another: the tallest month of both', () => {
    expect(tallestHours(months)).toBe(25)
    expect(tallestHours(months, [{ ...(months[0] as PictureMonth), availableMinutes: 3030 }])).toBe(51)
  })
})

describe('the drawing', () => {
  it.each(Object.keys(pictureSizes) as PictureSize[])(
    'is %s: a picture of its size with a legend in words and patterns besides colours',
    async (size) => {
      const svg = await drawPicture(months, { size })
      const { width, height, letters } = pictureSizes[size]
      expect(svg).toMatch(new RegExp(`^<svg width="${width}" height="${height}"`))
      expect(svg.match(/<pattern/g)?.length).toBeGreaterThanOrEqual(3)
      for (const words of ['National: delivery, governance', 'Priorities: no longer fit', 'Time there is', 'September'.slice(0, letters)]) {
        expect(svg).toContain(`>${words}</text>`)
      }
      expect(svg).not.toContain('fits in no month')
      expect(svg).not.toMatch(/NaN|undefined|<script|href="http/)
    },
  )

  it('has the lines of the scale it is given', async () => {
    const highest = (svg: string): number => Math.max(...[...svg.matchAll(/>(\d+)<\/text>/g)].map(([, number]) => Number(number)))
    expect(highest(await drawPicture(months, { size: 'half' }))).toBeLessThan(100)
    expect(highest(await drawPicture(months, { size: 'half', tallestHours: 97 }))).toBe(100)
  })
})
