package io.berth.inventory.subnets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "127.1",
        "1.2.3",
        "1.2.3.4.5",
        "1..3.4",
        "1.2.3.",
        "256.1.1.1",
        "-1.2.3.4",
        "+1.2.3.4",
        "010.0.0.1",
        "00.0.0.0",
        "0x7f.0.0.1",
        "0b1.0.0.1",
        "1.2.3.*",
        "1-2.3.4.5",
        "1_.3.4.5",
        "1.2.3.4,5",
        "1.2.3.4:80",
        "1.2.3.4/32",
        "1.2.3.4/",
        "1.2.3.4%eth0",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.4\n",
        "1.2.3.4\u0000",
        "１.2.3.4",
        "٣.2.3.4",
        "localhost",
        "*"
      })
  void refuses_a_malformed_ipv4_address(String text) {
    assertThat(IpAddresses.findAddress(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::",
        "00001::",
        "g::",
        "::1%eth0",
        "fe80::1%",
        "[::1]",
        "::1/128",
        "::/128",
        "::1-2",
        "::1 ",
        "\t::1",
        "::1\n",
        "::010.1.1.1",
        "::ffff:1.2.3",
        "::1.2.3.4.5",
        "20010db8000000000000000000000001",
        "4)+k&C#VzJ4br>0wv%Yp"
      })
  void refuses_a_malformed_ipv6_address(String text) {
    assertThat(IpAddresses.findAddress(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 1000, 1_000_000})
  void refuses_a_text_that_is_too_long(int length) {
    assertThat(IpAddresses.findAddress("1".repeat(length))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "2001:0DB8::0001, 2001:db8::1",
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "::FFFF:1.2.3.4, ::ffff:102:304",
    "0000:0000:0000:0000:0000:ffff:192.168.100.200, ::ffff:c0a8:64c8"
  })
  void formats_an_address_canonically(String text, String canonical) {
    assertThat(IpAddresses.findAddress(text)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.1/24",
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0//8",
        "10.0.0.0/8/8",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/08",
        "0.0.0.0/00",
        "10.0.0.0/٨",
        "10.0.0.0/0x8",
        "10.0.0.0/8 ",
        "10.0.0.0 /8",
        "10.0.0.0/8\n",
        "010.0.0.0/8",
        "10.0.0.0/255.0.0.0",
        "10/8",
        "10.0/16",
        "0/0",
        "/24",
        "*",
        "*/8",
        "10.*.*.*",
        "2001:db8::1/32",
        "2001:db8::/129",
        "2001:db8::/032",
        "fe80::%1/64",
        "fe80::/64%1"
      })
  void refuses_a_malformed_block_or_nonzero_host_bits(String text) {
    assertThat(IpAddresses.findBlock(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 0.0.0.0/0",
    "10.0.0.0/8, 10.0.0.0/8",
    "1.2.3.4/32, 1.2.3.4/32",
    "::/0, ::/0",
    "2001:0DB8:0:0::/32, 2001:db8::/32",
    "::1/128, ::1/128"
  })
  void formats_a_block_canonically(String text, String canonical) {
    assertThat(IpAddresses.findBlock(text)).contains(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0",
    "10.0.0.0/8, 10.255.255.255",
    "0.0.0.0/0, 203.0.113.7",
    "1.2.3.4/32, 1.2.3.4",
    "2001:db8::/32, 2001:db8:ffff::1",
    "::/0, ::1"
  })
  void finds_an_address_in_its_block(String block, String address) {
    assertThat(IpAddresses.contains(block, address)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 9.255.255.255",
    "10.0.0.0/8, 11.0.0.0",
    "1.2.3.4/32, 1.2.3.5",
    "2001:db8::/32, 2001:db9::",
    "0.0.0.0/0, ::1",
    "::/0, 10.0.0.1",
    "::ffff:0:0/96, 10.0.0.1"
  })
  void does_not_find_an_address_in_another_block(String block, String address) {
    assertThat(IpAddresses.contains(block, address)).isFalse();
  }
}
