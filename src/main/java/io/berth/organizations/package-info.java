/** Tenants. Renaming one is not offered yet; there is no way to see another one than one's own. */
package io.berth.organizations;
