# The machine image, for both processor architectures. The image test leaves out the lines that are marked (newer Packer),
# which its older Packer does not support.

locals {
  # the same commit is baked repeatedly, as Debian's packages change
  name = "consilium-${var.version}-${substr(var.commit, 0, 12)}-${formatdate("YYYYMMDDhhmm", timestamp())}"

  # the account of the Debian project, the same in all regions
  debian = "136693071363"

  processors = {
    amd64 = { instance_type = "t3.large" }
    arm64 = { instance_type = "t4g.large" }
  }

  tags = {
    Name                = "consilium"
    "consilium:commit"  = var.commit
    "consilium:version" = var.version
  }
}

source "amazon-ebs" "node" {
  region       = var.regions[0]
  ami_regions  = var.regions
  subnet_id    = var.subnet
  ssh_username = "admin"
  # from inside the network: the base image has no Systems Manager agent, and no one else needs access
  temporary_security_group_source_cidrs = var.builders
  ssh_interface                         = "private_ip"
  associate_public_ip_address           = false

  encrypt_boot = true
  kms_key_id   = var.kms_key
  # kms_key_id applies only to the first region
  region_kms_key_ids = { for region in var.regions : region => var.kms_key }
  ena_support        = true

  imds_support = "v2.0"                         # (newer Packer)
  deprecate_at = var.deprecate_at               # (newer Packer)
  metadata_options { http_tokens = "required" } # (newer Packer)

  launch_block_device_mappings {
    device_name           = "/dev/xvda"
    volume_type           = "gp3"
    volume_size           = 8
    iops                  = 3000
    throughput            = 125
    delete_on_termination = true
  }

  run_tags        = merge(local.tags, { Name = "consilium-image-build" })
  run_volume_tags = local.tags
  snapshot_tags   = local.tags
}

build {
  source "source.amazon-ebs.node" {
    name          = "amd64"
    instance_type = local.processors.amd64.instance_type
    ami_name      = "${local.name}-amd64"
    tags          = merge(local.tags, { "consilium:processor" = "amd64" })

    source_ami_filter {
      owners      = [local.debian]
      most_recent = true
      filters = {
        name                = "debian-13-amd64-*"
        architecture        = "x86_64"
        virtualization-type = "hvm"
        root-device-type    = "ebs"
      }
    }
  }

  source "source.amazon-ebs.node" {
    name          = "arm64"
    instance_type = local.processors.arm64.instance_type
    ami_name      = "${local.name}-arm64"
    tags          = merge(local.tags, { "consilium:processor" = "arm64" })

    source_ami_filter {
      owners      = [local.debian]
      most_recent = true
      filters = {
        name                = "debian-13-arm64-*"
        architecture        = "arm64"
        virtualization-type = "hvm"
        root-device-type    = "ebs"
      }
    }
  }

  # in memory, so that nothing of it can remain
  provisioner "shell" {
    inline = [
      "cloud-init status --wait || [ $? -eq 2 ]",
      "sudo install --directory --owner admin /run/consilium-build",
    ]
  }

  provisioner "file" {
    source      = "${var.payload}/"
    destination = "/run/consilium-build"
  }

  # the last step over SSH: it removes the SSH server and the user of this very session, so it runs as a separate unit;
  # the open connection stays, and reports whether the check has passed
  provisioner "shell" {
    inline     = ["sudo systemd-run --quiet --pipe --wait --collect bash /run/consilium-build/provision/run /run/consilium-build"]
    skip_clean = true
  }

  post-processor "manifest" {
    output     = "target/manifest.json"
    strip_path = true
    custom_data = {
      version = var.version
      commit  = var.commit
    }
  }
}
