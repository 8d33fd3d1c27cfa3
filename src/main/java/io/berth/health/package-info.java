/** Whether Berth is there, which version it is, and whether its database answers. */
package io.berth.health;
