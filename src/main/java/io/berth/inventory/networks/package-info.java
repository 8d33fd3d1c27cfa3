/**
 * Networks. They know nothing of what stands in them: features above hear that a network was made
 * or is leaving. What is in a network goes with it by the schema's cascades.
 */
package io.berth.inventory.networks;
