package io.berth.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that do not identify a host, at the bounds of their blocks. */
class NonIdentifyingAddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.0",
        "127.0.0.1",
        "127.0.0.53",
        "127.255.255.255",
        "169.254.0.0",
        "169.254.255.255",
        "172.17.0.1",
        "0.0.0.0",
        "224.0.0.0",
        "239.255.255.255",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::",
        "fe80::1",
        "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:172.17.0.1"
      })
  void recognizes_a_non_identifying_ip_address(String address) {
    assertThat(NonIdentifyingAddresses.hasIp(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.17.0.0",
        "172.17.0.2",
        "172.18.0.1",
        "223.255.255.255",
        "10.0.0.1",
        "::2",
        "fe7f:ffff::1",
        "fec0::1",
        "fd00::1",
        "2001:db8::1",
        "::ffff:10.0.0.1"
      })
  void does_not_match_an_identifying_ip_address(String address) {
    assertThat(NonIdentifyingAddresses.hasIp(address)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:00:00:00:00:00", "FF:FF:FF:FF:FF:FF", "01:00:5E:00:00:01"})
  void recognizes_a_non_identifying_mac_address(String address) {
    assertThat(NonIdentifyingAddresses.hasMac(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:00:00:00:00:01", "02:00:00:00:00:00", "DE:AD:BE:EF:12:34"})
  void does_not_match_an_identifying_mac_address(String address) {
    assertThat(NonIdentifyingAddresses.hasMac(address)).isFalse();
  }
}
