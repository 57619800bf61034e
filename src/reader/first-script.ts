import { applyBeforePaint } from './settings/before-paint'
import { begin } from './shell/begin'

/** The one script that stands in the page itself: applies the settings before anything is painted, then sees to the app. */
applyBeforePaint()
if (document.currentScript) begin(document.currentScript.dataset)
