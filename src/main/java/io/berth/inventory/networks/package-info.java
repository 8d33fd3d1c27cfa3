/**
 * Networks. This package does not depend on the entities in a network: other packages observe
 * events when a network is created or deleted. The cascades of the schema delete what is left in a
 * network.
 */
package io.berth.inventory.networks;
