/** The schema: migrations at start, and the row that records the first start. */
package io.berth.persistence.schema;
