/**
 * Organizations, which are the tenants. A caller sees only its own organization, and only an Owner
 * can rename it. Only the first start creates one.
 */
package io.berth.accounts.organizations;
