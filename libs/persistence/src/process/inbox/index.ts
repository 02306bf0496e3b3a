export { inboxPage, inboxCounts } from './list.js';
export { visitPage, type VisitPage } from './visit.js';
export { noticesPage, readNotices } from './notices.js';
export { processLink, processPage } from './links.js';
