export { deliverCommand, type Delivery } from './deliver.js';
