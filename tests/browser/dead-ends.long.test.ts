import { phonesWithApp, testSavedBeside, testWordsBeside } from '../support/failing-host-views'
import { rareFailures } from '../support/hosts-that-fail'

const phones = phonesWithApp()
testWordsBeside(phones, rareFailures)
testSavedBeside(phones, rareFailures)
