/**
 * Tenants. There is no way to see another one than one's own, which its Owners may rename; another
 * one is made only by the first start.
 */
package io.berth.accounts.organizations;
