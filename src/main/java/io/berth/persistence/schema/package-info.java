/** The schema: migrations before anything else starts, and the row that records the first start. */
package io.berth.persistence.schema;
