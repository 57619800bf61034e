import { openViews, otherScreens, testNothingIsCut } from '../support/uncut-views'

testNothingIsCut(openViews(), otherScreens)
